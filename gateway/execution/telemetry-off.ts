/**
 * The constructor of Apollo's gateway would report to its maker over the network. It reads this switch from the
 * environment and from nowhere else, so it is set here, before that package is evaluated.
 */
process.env['APOLLO_TELEMETRY_DISABLED'] = 'true';
