export * from './expand';
export * from './manifest';
export * from './record';
export * from './resolve';
