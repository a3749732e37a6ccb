import { markSection } from '../components/scroll-spy.ts';
import { switchThemes } from '../components/theme-switch.ts';
import { loadForm } from '../form/load.ts';

// The one script of every page, in a file of its own: it is out of the first flight, cached, and never waited for.
switchThemes();
markSection();
loadForm();
