return await Curation.Web.Hosting.CommandLine.Run(args);
