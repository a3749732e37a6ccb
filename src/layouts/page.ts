import { markSection } from '../components/scroll-spy.ts';
import { switchThemes } from '../components/theme-switch.ts';
import { loadForm } from '../form/load.ts';
import { afterPaint, layOutSections } from './lay-out.ts';

// The one script of every page, in a file of its own: it is out of the first flight, cached, and never waited for.
layOutSections();
switchThemes();
markSection();
// What is looked at comes first: the form's script would share its line and its processor.
afterPaint(loadForm);
