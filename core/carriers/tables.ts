import iataFsu from '../standards/cargoImp/iata.fsu.codes.json';
import dcsaEvent from '../standards/dcsa/dcsa.event.codes.json';
import edifact9013 from '../standards/edifact/edifact.9013.reasons.json';
import rec24 from '../standards/edifact/unece.rec24.codes.json';
import cbv from '../standards/epcis/gs1.cbv.codes.json';
import emsevt from '../standards/upu/upu.emsevt.codes.json';
import at701 from '../standards/x12/x12.at701.codes.json';
import at702 from '../standards/x12/x12.at702.reasons.json';
import at703 from '../standards/x12/x12.at703.codes.json';
import x12Element157 from '../standards/x12/x12.element157.codes.json';
import aftershipTag from './aftership/aftership.tag.codes.json';
import amazonshippingEvent from './amazon/amazonshipping.event.codes.json';
import amazonshippingName from './amazon/amazonshipping.name.codes.json';
import australiapostDescription from './australiapost/australiapost.description.codes.json';
import austrianpostEvent from './austrianpost/austrianpost.event.codes.json';
import bpostState from './bpost/bpost.state.codes.json';
import canadapostEvent from './canadapost/canadapost.event.codes.json';
import chronopostEvent from './chronopost/chronopost.event.codes.json';
import type { CodeTable } from './codeTable';
import correosEvent from './correos/correos.event.codes.json';
import cttexpressStatus from './cttexpress/cttexpress.status.codes.json';
import delhiveryStatus from './delhivery/delhivery.status.codes.json';
import dhlParcelDe from './dhl/dhl.parcelDe.codes.json';
import dhlStatusCode from './dhl/dhl.statusCode.codes.json';
import dhlUnified from './dhl/dhl.unified.codes.json';
import dpdLifeCycle from './dpd/dpd.lifeCycle.codes.json';
import dpdScan from './dpd/dpd.scan.codes.json';
import easypostStatus from './easypost/easypost.status.codes.json';
import easyshipStatus from './easyship/easyship.status.codes.json';
import { CompiledCodeTable } from './engine/codeLookup';
import evriStage from './evri/evri.stage.codes.json';
import fedexEvent from './fedex/fedex.event.codes.json';
import fedexException from './fedex/fedex.exception.reasons.json';
import flexportMilestone from './flexport/flexport.milestone.codes.json';
import glsEvent from './gls/gls.event.codes.json';
import glsParcelStatus from './gls/gls.parcelStatus.codes.json';
import hermesEvent from './hermes/hermes.event.codes.json';
import inpostEventCode from './inpost/inpost.eventCode.codes.json';
import inpostStatus from './inpost/inpost.status.codes.json';
import japanpostStatus from './japanpost/japanpost.status.codes.json';
import landmarkEvent from './landmark/landmark.event.codes.json';
import colissimoEvent from './laposte/colissimo.event.codes.json';
import laposteEvent from './laposte/laposte.event.codes.json';
import ninjavanStatus from './ninjavan/ninjavan.status.codes.json';
import nzpostEdifact from './nzpost/nzpost.edifact.codes.json';
import packetaStatus from './packeta/packeta.status.codes.json';
import postnlEvent from './postnl/postnl.event.codes.json';
import postnlStatus from './postnl/postnl.status.codes.json';
import postnordStatus from './postnord/postnord.status.codes.json';
import project44Event from './project44/project44.event.codes.json';
import purolatorScanType from './purolator/purolator.scanType.codes.json';
import type { ReasonTable } from './reasonTable';
import royalmailEvent from './royalmail/royalmail.event.codes.json';
import schenkerStatus from './schenker/schenker.status.codes.json';
import sekoOmniCode from './seko/seko.omniCode.codes.json';
import sendcloudStatus from './sendcloud/sendcloud.status.codes.json';
import sendleEventType from './sendle/sendle.eventType.codes.json';
import sfexpressOpCode from './sfexpress/sfexpress.opCode.codes.json';
import ship24Status from './ship24/ship24.status.codes.json';
import shipengineDetail from './shipengine/shipengine.detail.codes.json';
import shippoStatus from './shippo/shippo.status.codes.json';
import smartkargoEventType from './smartkargo/smartkargo.eventType.codes.json';
import springEvent from './spring/spring.event.codes.json';
import swisspostEvent from './swisspost/swisspost.event.codes.json';
import tntPostCh from './tnt/tnt.postCh.codes.json';
import tntStatus from './tnt/tnt.status.codes.json';
import track17Status from './track17/track17.status.codes.json';
import trackingmoreStatus from './trackingmore/trackingmore.status.codes.json';
import upsActivity from './ups/ups.activity.codes.json';
import upsFreight from './ups/ups.freight.codes.json';
import upsMail from './ups/ups.mail.codes.json';
import upsStatusCode from './ups/ups.statusCode.codes.json';
import uspsEvent from './usps/usps.event.codes.json';
import yamatoStatus from './yamato/yamato.status.codes.json';
import yundaAction from './yunda/yunda.action.codes.json';

// TypeScript reads JSON lists as string[][]; a test holds every row to the columns and the vocabulary.
const codes = (table: unknown): CodeTable => table as CodeTable;
const reasons = (table: unknown): ReasonTable => table as ReasonTable;

/** The built-in code tables. */
export const CODE_TABLES: readonly CodeTable[] = [
	upsActivity,
	upsFreight,
	upsMail,
	upsStatusCode,
	fedexEvent,
	dhlUnified,
	dhlStatusCode,
	uspsEvent,
	purolatorScanType,
	smartkargoEventType,
	aftershipTag,
	easypostStatus,
	at701,
	at703,
	dcsaEvent,
	rec24,
	cbv,
	iataFsu,
	emsevt,
	easyshipStatus,
	flexportMilestone,
	sendcloudStatus,
	ship24Status,
	shipengineDetail,
	shippoStatus,
	track17Status,
	trackingmoreStatus,
	delhiveryStatus,
	ninjavanStatus,
	nzpostEdifact,
	project44Event,
	sfexpressOpCode,
	yundaAction,
	australiapostDescription,
	x12Element157,
	dhlParcelDe,
	hermesEvent,
	canadapostEvent,
	sekoOmniCode,
	sendleEventType,
	amazonshippingEvent,
	inpostStatus,
	landmarkEvent,
	colissimoEvent,
	laposteEvent,
	packetaStatus,
	postnordStatus,
	springEvent,
	bpostState,
	chronopostEvent,
	correosEvent,
	cttexpressStatus,
	dpdLifeCycle,
	dpdScan,
	evriStage,
	glsEvent,
	glsParcelStatus,
	postnlEvent,
	postnlStatus,
	royalmailEvent,
	tntStatus,
	amazonshippingName,
	schenkerStatus,
	austrianpostEvent,
	swisspostEvent,
	tntPostCh,
	inpostEventCode,
	yamatoStatus,
	japanpostStatus,
].map(codes);

/** The built-in reason tables. */
export const REASON_TABLES: readonly ReasonTable[] = [fedexException, at702, edifact9013].map(
	reasons,
);

const compiled = new Map<string, CompiledCodeTable>();

/**
 * The code table of this id, compiled on first use.
 * @param upperCase for lookups that do not regard case
 * @throws RangeError when there is none
 */
export function codeTable(id: string, upperCase = false): CompiledCodeTable {
	const key = upperCase ? `${id} in upper case` : id;
	let table = compiled.get(key);
	if (table === undefined) {
		const source = CODE_TABLES.find((candidate) => candidate.id === id);
		if (source === undefined) throw new RangeError(`there is no code table "${id}"`);
		table = new CompiledCodeTable(source, upperCase);
		compiled.set(key, table);
	}
	return table;
}

/**
 * The reason table of this id.
 * @throws RangeError when there is none
 */
export function reasonTable(id: string): ReasonTable {
	const table = REASON_TABLES.find((candidate) => candidate.id === id);
	if (table === undefined) throw new RangeError(`there is no reason table "${id}"`);
	return table;
}
