import { tour } from './tour.ts';

tour('Chromium');
