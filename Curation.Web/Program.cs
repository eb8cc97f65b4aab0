// What people read is written one way, whatever the server is set to.
System.Globalization.CultureInfo.DefaultThreadCurrentCulture = System.Globalization.CultureInfo.InvariantCulture;
return await Curation.Web.Hosting.CommandLine.Run(args);
