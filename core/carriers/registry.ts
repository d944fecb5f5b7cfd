import { iataFsu } from '../standards/cargoImp/iataFsu.source';
import { iataXfsu } from '../standards/cargoImp/iataXfsu.source';
import { dcsaTrackTrace } from '../standards/dcsa/dcsaTrackTrace.source';
import { edifactIftsta } from '../standards/edifact/edifactIftsta.source';
import { epcis } from '../standards/epcis/epcis.source';
import { x12Shipment214 } from '../standards/x12/x12_214.source';
import { aftership } from './aftership/aftership.source';
import { amazonShipping } from './amazon/amazonShipping.source';
import { aramex } from './aramex/aramex.source';
import { australiaPost } from './australiapost/australiaPost.source';
import { austrianPost } from './austrianpost/austrianPost.source';
import { austrianPostFile } from './austrianpost/austrianPostFile.source';
import { bpost } from './bpost/bpost.source';
import { canadaPost } from './canadapost/canadaPost.source';
import { chronopost } from './chronopost/chronopost.source';
import { correiosBrasil } from './correios/correiosBrasil.source';
import { correos } from './correos/correos.source';
import { correosExpress } from './correos/correosExpress.source';
import { cttExpress } from './cttexpress/cttExpress.source';
import { delhivery } from './delhivery/delhivery.source';
import { dhlEcommerceUs } from './dhl/dhlEcommerceUs.source';
import { dhlExpress } from './dhl/dhlExpress.source';
import { dhlExpressXml } from './dhl/dhlExpressXml.source';
import { dhlParcelDe } from './dhl/dhlParcelDe.source';
import { dhlUnified } from './dhl/dhlUnified.source';
import { dpdLifeCycle } from './dpd/dpdLifeCycle.source';
import { dpdLifeCycleSoap } from './dpd/dpdLifeCycleSoap.source';
import { dpdScanInfo } from './dpd/dpdScanInfo.source';
import { easypost } from './easypost/easypost.source';
import { easyship } from './easyship/easyship.source';
import { evri } from './evri/evri.source';
import { fedexTrackV1 } from './fedex/fedexTrackV1.source';
import { flexport } from './flexport/flexport.source';
import { glsTrackAndTrace } from './gls/glsTrackAndTrace.source';
import { myGls } from './gls/myGls.source';
import { hermesGermany } from './hermes/hermesGermany.source';
import { inPostGroup } from './inpost/inPostGroup.source';
import { inPostShipX } from './inpost/inPostShipX.source';
import { landmarkTrack } from './landmark/landmarkTrack.source';
import { colissimo } from './laposte/colissimo.source';
import { colissimoSoap } from './laposte/colissimoSoap.source';
import { laPosteSuivi } from './laposte/laPosteSuivi.source';
import { ninjaVan } from './ninjavan/ninjaVan.source';
import { nzPost } from './nzpost/nzPost.source';
import { packeta } from './packeta/packeta.source';
import { posteItaliane } from './posteitaliane/posteItaliane.source';
import { postNl } from './postnl/postNl.source';
import { postNord } from './postnord/postNord.source';
import { project44 } from './project44/project44.source';
import { purolator } from './purolator/purolator.source';
import { royalMail } from './royalmail/royalMail.source';
import { schenkerTracking } from './schenker/schenkerTracking.source';
import { seko } from './seko/seko.source';
import { sendcloud } from './sendcloud/sendcloud.source';
import { sendle } from './sendle/sendle.source';
import { sfExpress } from './sfexpress/sfExpress.source';
import { ship24 } from './ship24/ship24.source';
import { shipengine } from './shipengine/shipengine.source';
import { shippo } from './shippo/shippo.source';
import { smartKargo } from './smartkargo/smartKargo.source';
import type { SourceDefinition } from './source';
import { SourceId } from './sourceId';
import { springXbs } from './spring/springXbs.source';
import { swissPost } from './swisspost/swissPost.source';
import { tntTrack } from './tnt/tntTrack.source';
import { track17 } from './track17/track17.source';
import { trackingmore } from './trackingmore/trackingmore.source';
import { upsTrackAlert } from './ups/upsTrackAlert.source';
import { upsTrackV1 } from './ups/upsTrackV1.source';
import { uspsV3 } from './usps/uspsV3.source';
import { uspsWebTools } from './usps/uspsWebTools.source';
import { yunda } from './yunda/yunda.source';

/** All built-in sources. A new source is one definition, its tables, and a line here. */
export const SOURCES: Readonly<Record<SourceId, SourceDefinition>> = {
	[SourceId.AfterShip]: aftership,
	[SourceId.AmazonShipping]: amazonShipping,
	[SourceId.Aramex]: aramex,
	[SourceId.AustraliaPost]: australiaPost,
	[SourceId.AustrianPost]: austrianPost,
	[SourceId.AustrianPostFile]: austrianPostFile,
	[SourceId.Bpost]: bpost,
	[SourceId.CanadaPost]: canadaPost,
	[SourceId.Chronopost]: chronopost,
	[SourceId.Colissimo]: colissimo,
	[SourceId.ColissimoSoap]: colissimoSoap,
	[SourceId.CorreiosBrasil]: correiosBrasil,
	[SourceId.Correos]: correos,
	[SourceId.CorreosExpress]: correosExpress,
	[SourceId.CttExpress]: cttExpress,
	[SourceId.DcsaTrackTrace]: dcsaTrackTrace,
	[SourceId.Delhivery]: delhivery,
	[SourceId.DhlEcommerceUs]: dhlEcommerceUs,
	[SourceId.DhlExpress]: dhlExpress,
	[SourceId.DhlExpressXml]: dhlExpressXml,
	[SourceId.DhlParcelDe]: dhlParcelDe,
	[SourceId.DhlUnified]: dhlUnified,
	[SourceId.DpdLifeCycle]: dpdLifeCycle,
	[SourceId.DpdLifeCycleSoap]: dpdLifeCycleSoap,
	[SourceId.DpdScanInfo]: dpdScanInfo,
	[SourceId.EasyPost]: easypost,
	[SourceId.Easyship]: easyship,
	[SourceId.EdifactIftsta]: edifactIftsta,
	[SourceId.Epcis]: epcis,
	[SourceId.Evri]: evri,
	[SourceId.FedexTrackV1]: fedexTrackV1,
	[SourceId.Flexport]: flexport,
	[SourceId.GlsTrackAndTrace]: glsTrackAndTrace,
	[SourceId.HermesGermany]: hermesGermany,
	[SourceId.IataFsu]: iataFsu,
	[SourceId.IataXfsu]: iataXfsu,
	[SourceId.InPostGroup]: inPostGroup,
	[SourceId.InPostShipX]: inPostShipX,
	[SourceId.LandmarkTrack]: landmarkTrack,
	[SourceId.LaPosteSuivi]: laPosteSuivi,
	[SourceId.MyGls]: myGls,
	[SourceId.NinjaVan]: ninjaVan,
	[SourceId.NzPost]: nzPost,
	[SourceId.Packeta]: packeta,
	[SourceId.PosteItaliane]: posteItaliane,
	[SourceId.PostNl]: postNl,
	[SourceId.PostNord]: postNord,
	[SourceId.Project44]: project44,
	[SourceId.Purolator]: purolator,
	[SourceId.RoyalMail]: royalMail,
	[SourceId.SchenkerTracking]: schenkerTracking,
	[SourceId.Seko]: seko,
	[SourceId.Sendcloud]: sendcloud,
	[SourceId.Sendle]: sendle,
	[SourceId.SfExpress]: sfExpress,
	[SourceId.Ship24]: ship24,
	[SourceId.Shipengine]: shipengine,
	[SourceId.Shippo]: shippo,
	[SourceId.SmartKargo]: smartKargo,
	[SourceId.SpringXbs]: springXbs,
	[SourceId.SwissPost]: swissPost,
	[SourceId.TntTrack]: tntTrack,
	[SourceId.Track17]: track17,
	[SourceId.Trackingmore]: trackingmore,
	[SourceId.UpsTrackAlert]: upsTrackAlert,
	[SourceId.UpsTrackV1]: upsTrackV1,
	[SourceId.UspsV3]: uspsV3,
	[SourceId.UspsWebTools]: uspsWebTools,
	[SourceId.X12Shipment214]: x12Shipment214,
	[SourceId.Yunda]: yunda,
};
