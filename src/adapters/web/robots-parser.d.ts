/** The part of robots-parser 3.0.1 that is used; its own types describe an ES module, which it is not. */
declare module 'robots-parser' {
  type Robots = {
    isAllowed(url: string, userAgent: string): boolean | undefined;
    getCrawlDelay(userAgent: string): number | undefined;
  };

  function parse(url: string, text: string): Robots;
  export = parse;
}
