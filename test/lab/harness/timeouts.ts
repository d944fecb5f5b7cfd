/** Real servers on a busy machine take their time, above all when a database is dropped at the end. */
jest.setTimeout(120_000);
