import { iataFsu } from '../standards/cargoImp/iataFsu.source';
import { iataXfsu } from '../standards/cargoImp/iataXfsu.source';
import { dcsaTrackTrace } from '../standards/dcsa/dcsaTrackTrace.source';
import { edifactIftsta } from '../standards/edifact/edifactIftsta.source';
import { epcis } from '../standards/epcis/epcis.source';
import { x12Shipment214 } from '../standards/x12/x12_214.source';
import { aftership } from './aftership/aftership.source';
import { dhlUnified } from './dhl/dhlUnified.source';
import { easypost } from './easypost/easypost.source';
import { fedexTrackV1 } from './fedex/fedexTrackV1.source';
import type { SourceDefinition } from './source';
import { SourceId } from './sourceId';
import { upsTrackAlert } from './ups/upsTrackAlert.source';
import { upsTrackV1 } from './ups/upsTrackV1.source';
import { uspsV3 } from './usps/uspsV3.source';

/** All built-in sources. A new source is one definition, its tables, and a line here. */
export const SOURCES: Readonly<Record<SourceId, SourceDefinition>> = {
	[SourceId.AfterShip]: aftership,
	[SourceId.DcsaTrackTrace]: dcsaTrackTrace,
	[SourceId.DhlUnified]: dhlUnified,
	[SourceId.EasyPost]: easypost,
	[SourceId.EdifactIftsta]: edifactIftsta,
	[SourceId.Epcis]: epcis,
	[SourceId.FedexTrackV1]: fedexTrackV1,
	[SourceId.IataFsu]: iataFsu,
	[SourceId.IataXfsu]: iataXfsu,
	[SourceId.UpsTrackAlert]: upsTrackAlert,
	[SourceId.UpsTrackV1]: upsTrackV1,
	[SourceId.UspsV3]: uspsV3,
	[SourceId.X12Shipment214]: x12Shipment214,
};
