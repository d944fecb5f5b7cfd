export * from './cargoImp';
export * from './edifact';
export * from './x12';
