export * from './command';
export * from './effect';
export * from './guard';
export * from './models';
export * from './outcome';
export * from './protocol';
export * from './reason';
export * from './result';
