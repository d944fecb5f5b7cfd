export * from './countryZone';
export * from './eventTime';
export * from './offset';
export * from './resolveTime';
export * from './timeShape';
export * from './wallTime';
export * from './x12Zone';
export * from './zone';
