using Curation.Tests.Fixtures;
using Xunit;

namespace Curation.Tests.Browser;

/// <summary>The browser tests share one server and one browser.</summary>
[CollectionDefinition(Name)]
public sealed class BrowserCollection : ICollectionFixture<TestBrowser>
{
    public const string Name = "In a browser";
}

/// <summary>The browser tests that want something to look at share one demo world, and have the machine to themselves.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class DemoCollection : ICollectionFixture<DemoBrowser>
{
    public const string Name = "In a browser, on the demo world";
}
