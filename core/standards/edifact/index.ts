export * from './iftsta';
export * from './statusTree';
export * from './tokenize';
