export * from './language';
export { readStatusText, TEXT_TABLES, type TextReading, type TextTable } from './rules';
