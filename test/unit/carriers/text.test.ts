import { readStatusText, TextLanguage } from '../../../core/carriers/text';
import { wordsOf } from '../../../core/carriers/text/words';

/** Status sentences in the words of carriers' public tracking pages, and what they mean; '' for nothing. */
const SENTENCES: readonly (readonly [
	language: `${TextLanguage}`,
	text: string,
	milestone: string,
])[] = [
	['en', 'Could not be delivered, and the recipient has been notified', 'delivery_attempted'],
	['en', 'The parcel will be delivered today', 'informational'],
	['en', 'Not Delivered, Refused', 'exception'],
	['en', 'Not delivered', 'delivery_attempted'],
	['en', 'Delivered to Agent for Final Delivery', 'in_transit'],
	['en', 'Delivered, To Original Sender', 'returned'],
	['en', 'Delivered to sender', 'returned'],
	['en', 'Delivered', 'delivered'],
	['en', 'Delivered, Front Door/Porch', 'delivered'],
	['en', 'Delivered to neighbour at number 5', 'delivered'],
	['en', 'Out for delivery', 'out_for_delivery'],
	['en', 'Your parcel is out for delivery today', 'out_for_delivery'],
	['en', 'Out for Delivery, Expected Delivery by 9:00pm', 'out_for_delivery'],
	['en', 'Shipping label created, awaiting item', 'pre_transit'],
	['en', 'Arrived at USPS Regional Facility', 'in_transit'],
	['en', 'Departed facility', 'in_transit'],
	['en', 'Available for pickup at the post office', 'available_for_pickup'],
	['en', 'Delivery attempted - recipient not home', 'delivery_attempted'],
	['en', 'Attempted delivery, no one home. Card left', 'delivery_attempted'],
	['en', 'Return to sender initiated', 'returning'],
	['en', 'Held in customs', 'exception'],
	['en', 'Released from customs', 'in_transit'],
	['en', 'Shipment picked up', 'picked_up'],
	['en', 'Picked up by customer', 'delivered'],
	['en', 'In transit to next facility', 'in_transit'],
	['en', 'Delay: severe weather', 'exception'],
	['en', 'Awaiting collection by courier', 'pre_transit'],
	['en', 'Delivered to parcel shop', 'available_for_pickup'],
	['en', 'Delivered to local post office for pickup', 'available_for_pickup'],
	['en', 'Handed over to delivery partner', 'in_transit'],
	['en', 'Unable to deliver - business closed', 'delivery_attempted'],
	['en', 'Delivery has not been successful', 'delivery_attempted'],
	['en', 'Delivery scheduled for tomorrow', 'informational'],
	['en', 'Shipment cancelled', 'cancelled'],
	['en', 'Damaged in transit', 'exception'],
	['en', 'Received at origin facility', 'picked_up'],
	['en', 'Delivery unsuccessful: incorrect address', 'exception'],
	['en', 'Proof of delivery available', 'informational'],
	['en', 'The item has not yet been received by us', 'pre_transit'],
	['en', 'Onboard with driver', 'out_for_delivery'],
	['en', 'Processed at sort centre', 'in_transit'],
	['en', 'xyzzy', ''],
	['de', 'Die Sendung konnte nicht zugestellt werden', 'delivery_attempted'],
	['de', 'Die Sendung wird heute zugestellt', 'informational'],
	['de', 'Die Sendung wird voraussichtlich morgen zugestellt', 'informational'],
	['de', 'Die Sendung wurde erfolgreich zugestellt', 'delivered'],
	['de', 'Die Sendung wurde dem Empfänger zugestellt', 'delivered'],
	['de', 'Sendung an Nachbarn zugestellt', 'delivered'],
	[
		'de',
		'Die Sendung wurde in das Zustellfahrzeug geladen. Die Zustellung erfolgt voraussichtlich heute.',
		'out_for_delivery',
	],
	['de', 'Empfänger nicht angetroffen', 'delivery_attempted'],
	['de', 'Die Sendung wurde elektronisch angekündigt', 'pre_transit'],
	['de', 'Annahme verweigert', 'exception'],
	['de', 'Die Sendung wurde an den Absender zurückgesandt', 'returning'],
	['de', 'Die Rücksendung wurde dem Absender zugestellt', 'returned'],
	['de', 'Die Sendung liegt in der Filiale zur Abholung bereit', 'available_for_pickup'],
	['de', 'Die Sendung wurde in die Packstation eingeliefert', 'available_for_pickup'],
	['de', 'Die Sendung wurde im Paketzentrum bearbeitet', 'in_transit'],
	['de', 'Die Sendung wurde vom Absender in der Filiale eingeliefert', 'picked_up'],
	['de', 'Die Sendung ist im Zielland eingetroffen', 'in_transit'],
	['de', 'Zustellung nicht möglich, Empfänger unbekannt', 'exception'],
	['de', 'Das Paket wurde noch nicht an uns übergeben', 'pre_transit'],
	['de', 'Die Sendung wurde beschädigt', 'exception'],
	['de', 'Die Sendung wird verzollt', 'in_transit'],
	['de', 'Sendung verspätet sich', 'exception'],
	['fr', 'Votre colis n’a pas pu être livré', 'delivery_attempted'],
	['fr', 'Votre colis est livré', 'delivered'],
	['fr', 'Votre colis sera livré aujourd’hui', 'informational'],
	['fr', 'Colis en cours de livraison', 'out_for_delivery'],
	['fr', 'Livré à l’expéditeur', 'returned'],
	['fr', 'Colis retourné à l’expéditeur', 'returning'],
	['fr', 'Destinataire absent, avis de passage', 'delivery_attempted'],
	['fr', 'Votre colis est disponible en point relais', 'available_for_pickup'],
	['fr', 'Pris en charge', 'picked_up'],
	['fr', 'Colis en transit', 'in_transit'],
	['fr', 'Refusé par le destinataire', 'exception'],
	['fr', 'Livré dans la boîte aux lettres', 'delivered'],
	['fr', 'Colis bloqué en douane', 'exception'],
	['fr', 'Non livré', 'delivery_attempted'],
	['fr', 'Votre colis est en préparation chez l’expéditeur', 'pre_transit'],
	['es', 'No se ha podido entregar el envío', 'delivery_attempted'],
	['es', 'Entregado', 'delivered'],
	['es', 'El envío será entregado mañana', 'informational'],
	['es', 'En reparto', 'out_for_delivery'],
	['es', 'Entregado al remitente', 'returned'],
	['es', 'Devuelto al remitente', 'returning'],
	['es', 'Destinatario ausente', 'delivery_attempted'],
	['es', 'Disponible en oficina', 'available_for_pickup'],
	['es', 'En tránsito', 'in_transit'],
	['es', 'Admitido', 'picked_up'],
	['es', 'Rehusado', 'exception'],
	['es', 'No entregado', 'delivery_attempted'],
	['es', 'Retenido en aduana', 'exception'],
	['it', 'Non è stato possibile consegnare la spedizione', 'delivery_attempted'],
	['it', 'Consegnata', 'delivered'],
	['it', 'La spedizione sarà consegnata domani', 'informational'],
	['it', 'In consegna', 'out_for_delivery'],
	['it', 'Mancata consegna', 'delivery_attempted'],
	['it', 'Consegnato al mittente', 'returned'],
	['it', 'Destinatario assente', 'delivery_attempted'],
	['it', 'Disponibile per il ritiro presso ufficio postale', 'available_for_pickup'],
	['it', 'In transito', 'in_transit'],
	['it', 'Presa in carico', 'picked_up'],
	['it', 'Rifiutata dal destinatario', 'exception'],
	['it', 'Non consegnato', 'delivery_attempted'],
	['nl', 'Pakket kon niet worden bezorgd', 'delivery_attempted'],
	['nl', 'Pakket is bezorgd', 'delivered'],
	['nl', 'Pakket wordt morgen bezorgd', 'informational'],
	['nl', 'Bezorger is onderweg', 'out_for_delivery'],
	['nl', 'Bezorgd bij de afzender', 'returned'],
	['nl', 'Niet thuis', 'delivery_attempted'],
	['nl', 'Bezorgd bij de buren', 'delivered'],
	['nl', 'Pakket ligt klaar bij PostNL-punt', 'available_for_pickup'],
	['nl', 'Pakket is gesorteerd', 'in_transit'],
	['nl', 'Geweigerd door ontvanger', 'exception'],
	['nl', 'Pakket is aangemeld', 'pre_transit'],
	['pt', 'Não foi possível entregar', 'delivery_attempted'],
	['pt', 'Objeto entregue ao destinatário', 'delivered'],
	['pt', 'A encomenda será entregue amanhã', 'informational'],
	['pt', 'Saiu para entrega', 'out_for_delivery'],
	['pt', 'Entregue ao remetente', 'returned'],
	['pt', 'Destinatário ausente', 'delivery_attempted'],
	['pt', 'Não entregue', 'delivery_attempted'],
	['pt', 'Em trânsito', 'in_transit'],
	['pt', 'Objeto postado', 'picked_up'],
	['pt', 'Disponível para levantamento', 'available_for_pickup'],
	['pt', 'Recusado', 'exception'],
	['pl', 'Przesyłka nie została doręczona', 'delivery_attempted'],
	['pl', 'Doręczona', 'delivered'],
	['pl', 'Przesyłka zostanie doręczona jutro', 'informational'],
	['pl', 'Wydana do doręczenia', 'out_for_delivery'],
	['pl', 'Doręczona nadawcy', 'returned'],
	['pl', 'Nieudana próba doręczenia', 'delivery_attempted'],
	['pl', 'Oczekuje na odbiór w punkcie', 'available_for_pickup'],
	['pl', 'Umieszczona w Paczkomacie', 'available_for_pickup'],
	['pl', 'W drodze', 'in_transit'],
	['pl', 'Przyjęta w oddziale', 'picked_up'],
	['pl', 'Odmowa przyjęcia', 'exception'],
	['pl', 'Odebrana z Paczkomatu', 'delivered'],
	['pl', 'Nieobecność odbiorcy', 'delivery_attempted'],
];

test.each(SENTENCES)('%s: %s', (language, text, milestone) => {
	expect(readStatusText(text, language as TextLanguage)?.meaning.milestone ?? '').toBe(milestone);
});

describe('negation and future', () => {
	it('stay in their clause', () => {
		const milestone = (text: string) =>
			readStatusText(text, TextLanguage.English)?.meaning.milestone;
		expect(milestone('No signature required. Delivered')).toBe('delivered');
		expect(milestone('Customs will inspect nothing; delivered')).toBeDefined();
		expect(milestone('The parcel has not been delivered')).toBe('delivery_attempted');
	});

	it('make an expected delivery an estimate that moves nothing', () => {
		expect(
			readStatusText('It will be delivered today', TextLanguage.English)?.meaning,
		).toMatchObject({
			milestone: 'informational',
			eventClass: 'estimated',
		});
	});

	it('never make a delivery of what is not one, wherever the words stand', () => {
		for (const before of [
			'could not be',
			'was not',
			'has not yet been',
			'will be',
			'cannot be',
			'is expected to be',
		]) {
			for (const after of [
				'',
				' today',
				' to the recipient',
				' to your neighbour',
				', please wait',
			]) {
				const text = `Your parcel ${before} delivered${after}`;
				expect([text, readStatusText(text, TextLanguage.English)?.meaning.milestone]).not.toEqual([
					text,
					'delivered',
				]);
			}
		}
	});
});

describe('hostile text', () => {
	it.each(Object.values(TextLanguage))('is answered at once in %s', (language) => {
		for (const text of [
			'delivered not '.repeat(100_000),
			'. '.repeat(500_000),
			'é'.repeat(1_000_000),
			'\u0300'.repeat(100_000),
		]) {
			expect(wordsOf(text).length).toBeLessThanOrEqual(80);
			expect(() => readStatusText(text, language)).not.toThrow();
		}
	});
});
