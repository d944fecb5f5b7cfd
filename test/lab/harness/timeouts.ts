/**
 * Real servers on a busy machine take their time, above all when a database is dropped at the end; and a call of Odoo
 * that got lost is repeated after two minutes.
 */
jest.setTimeout(300_000);
