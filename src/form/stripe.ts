/*
 * In the place of `@stripe/react-stripe-js`, which the form service's library imports for payments that this form does
 * not take: it would be a fifth of the form's script. Set as an alias in `astro.config.mjs`.
 */
export const CardElement = undefined;
export const Elements = undefined;
export const useElements = undefined;
