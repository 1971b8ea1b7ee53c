export { type Courier, type CourierOptions, createCourier } from './courier.ts';
export { enqueue, type Owed } from './enqueue.ts';
