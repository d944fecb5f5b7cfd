export * from './fsu';
export * from './statusTree';
