using System.Runtime.CompilerServices;
using Bunit;

namespace Curation.Tests.Fixtures;

/// <summary>A busy machine is not a fault: what components are to show is waited for long, as in the browser.</summary>
internal static class Patience
{
    [ModuleInitializer]
    internal static void Begin() => BunitContext.DefaultWaitTimeout = TimeSpan.FromSeconds(30);
}
