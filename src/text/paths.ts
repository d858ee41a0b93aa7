/** The path of the page of a speech. */
export const speechPath = (id: string) => `/speeches/${id}/`;

/** The path of the page of an entry. */
export const termPath = (id: string) => `/glossary/${id}/`;
