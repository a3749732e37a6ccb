import { tour } from './tour.ts';

tour('Firefox');
