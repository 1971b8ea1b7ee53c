// The generated package ships neither declarations nor sources that fit our compiler options; what is used of it
// is looked up by name in `spec.ts`, which says so when it is gone.
declare module 'discord-api-spec/zod';
