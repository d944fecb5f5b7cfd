export * from './carrierSpec';
export * from './definition';
export * from './timeSpec';
