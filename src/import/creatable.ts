/** What records an import may make besides its own when rows name them and they do not exist. */
export type Creatable = 'company' | 'owner' | 'product';
