export * from './x12';
