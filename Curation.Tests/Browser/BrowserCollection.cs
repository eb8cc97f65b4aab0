using Curation.Tests.Fixtures;
using Curation.Tests.Web.Api;
using Xunit;

namespace Curation.Tests.Browser;

/// <summary>The browser tests share one server and one browser.</summary>
[CollectionDefinition(Name)]
public sealed class BrowserCollection : ICollectionFixture<TestBrowser>
{
    public const string Name = "In a browser";
}

/// <summary>The browser tests that work with what a demo world holds share one.</summary>
[CollectionDefinition(Name)]
public sealed class DemoCollection : ICollectionFixture<DemoBrowser>
{
    public const string Name = "In a browser, on the demo world";
}

/// <summary>The browser tests that look at one page after another share a demo world that nobody else changes.</summary>
[CollectionDefinition(Name)]
public sealed class PagesCollection : ICollectionFixture<DemoBrowser>
{
    public const string Name = "In a browser, page by page";
}

/// <summary>The browser tests that want listeners and a model share one server with both, and its published playlist.</summary>
[CollectionDefinition(Name)]
public sealed class ListeningCollection : ICollectionFixture<PublishedServer>
{
    public const string Name = "In a browser, with listeners";
}

/// <summary>The browser tests of reviewing share one server whose clock can be put forward.</summary>
[CollectionDefinition(Name)]
public sealed class ReviewCollection : ICollectionFixture<ReviewServer>
{
    public const string Name = "In a browser, with a clock to put forward";
}
