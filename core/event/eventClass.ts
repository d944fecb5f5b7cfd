/** Whether an event happened or is only expected; the words of DCSA's event classifier. Only `actual` moves a state. */
export enum EventClass {
	Actual = 'actual',
	Estimated = 'estimated',
	Planned = 'planned',
	/** A message to somebody (SMS, e-mail, card) that repeats a stage without being one. */
	Notification = 'notification',
}
