export { chooseLanguage } from './language';
export * from './page';
export * from './pages';
export { readForm, type FormReading, type FormVote, type RefusedForm } from './readForm';
export { renderPage } from './renderPage';
