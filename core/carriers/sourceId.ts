/** The built-in sources. The value appears in `data.raw.source` and in node parameters: never change one. */
export enum SourceId {
	AfterShip = 'aftership',
	DcsaTrackTrace = 'dcsaTrackTrace',
	DhlUnified = 'dhlUnified',
	EasyPost = 'easypost',
	EdifactIftsta = 'edifactIftsta',
	Epcis = 'epcis',
	FedexTrackV1 = 'fedexTrackV1',
	IataFsu = 'iataFsu',
	IataXfsu = 'iataXfsu',
	UpsTrackAlert = 'upsTrackAlert',
	UpsTrackV1 = 'upsTrackV1',
	UspsV3 = 'uspsV3',
	X12Shipment214 = 'x12_214',
}
