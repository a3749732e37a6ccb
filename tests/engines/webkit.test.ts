import { tour } from './tour.ts';

tour('WebKit');
