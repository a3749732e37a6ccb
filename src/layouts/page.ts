import { closeMenu } from '../components/menu.ts';
import { placeDefinitions } from '../components/definitions.ts';
import { openAnswer } from '../components/chooser.ts';
import { markSection } from '../components/scroll-spy.ts';
import { switchThemes } from '../components/theme-switch.ts';
import { ignoreSkippedTransitions } from '../components/view-transitions.ts';
import { loadForm } from '../form/load.ts';

ignoreSkippedTransitions();
switchThemes();
markSection();
closeMenu();
openAnswer();
placeDefinitions();
// After everything else has arrived: the form's script would compete with the first paint.
addEventListener('load', loadForm);
