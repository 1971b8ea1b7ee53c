/** The same sentences in another language: every key, any words. */
export type Topic<En> = { readonly [K in keyof En]: string };
