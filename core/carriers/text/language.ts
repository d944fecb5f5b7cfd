/** Languages in which status texts are understood (ISO 639-1). */
export enum TextLanguage {
	German = 'de',
	English = 'en',
	Spanish = 'es',
	French = 'fr',
	Italian = 'it',
	Dutch = 'nl',
	Polish = 'pl',
	Portuguese = 'pt',
}
