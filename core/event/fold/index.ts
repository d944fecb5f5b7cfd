export * from './applyEvent';
export * from './fold';
export * from './judge';
export * from './shipmentState';
export * from './stale';
