export * from './checkDigit';
export * from './recognize';
