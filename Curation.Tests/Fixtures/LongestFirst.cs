using Curation.Tests.Browser;
using Curation.Tests.Fixtures;
using Xunit;
using Xunit.Sdk;
using Xunit.v3;

[assembly: TestCollectionOrderer(typeof(LongestFirst))]

namespace Curation.Tests.Fixtures;

/// <summary>What takes long begins first, so that the last minutes of a run are not one long row of tests that nothing runs beside.</summary>
public sealed class LongestFirst : ITestCollectionOrderer
{
    private static readonly string[] Long = [BrowserCollection.Name, PagesCollection.Name, ReviewCollection.Name, DemoCollection.Name, ListeningCollection.Name];

    public IReadOnlyCollection<TTestCollection> OrderTestCollections<TTestCollection>(IReadOnlyCollection<TTestCollection> testCollections)
        where TTestCollection : ITestCollection =>
        [.. testCollections.OrderBy(collection => Array.IndexOf(Long, collection.TestCollectionDisplayName) is >= 0 and var place ? place : Long.Length).ThenBy(collection => collection.TestCollectionDisplayName, StringComparer.Ordinal)];
}
