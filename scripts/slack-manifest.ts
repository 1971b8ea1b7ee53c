/**
 * Prints the app's manifest for https://api.slack.com/apps → Create New App → From a manifest.
 * `npx tsx scripts/slack-manifest.ts` for Socket Mode; with an argument such as https://crm.example.com for HTTP.
 */
import { registry } from '../src/commands/index.ts';
import { manifest } from '../src/platforms/slack/manifest.ts';

console.log(JSON.stringify(manifest(registry, process.argv[2]), null, 2));
