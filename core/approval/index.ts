export * from './audit';
export * from './link';
export * from './models';
export * from './queue';
export * from './request';
