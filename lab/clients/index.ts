export * from './databases';
export * from './n8n';
export * from './n8nTypes';
export * from './odoo';
export * from './odooUsers';
export * from './transfers';
