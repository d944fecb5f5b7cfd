export * from './shipmentTree';
export * from './tokenize';
export * from './x12Shipment';
