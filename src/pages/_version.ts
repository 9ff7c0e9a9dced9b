import packageFile from '../../package.json' with { type: 'json' };

/** The version of this site, which what people keep of it names. */
export const siteVersion: string = packageFile.version;
