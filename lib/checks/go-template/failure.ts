/** Ends the reading of a template: what is wrong with it. */
export class TemplateFailure extends Error {}
