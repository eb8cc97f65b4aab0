using Curation.Core.Catalog;
using Curation.Core.Listening;

namespace Curation.Tests.Recommending;

/// <summary>Two groups of listeners and two of tracks: group 0 hears even rows, group 1 odd rows, and each listener leaves one track of the group unheard.</summary>
internal static class Checkerboard
{
    public const int Listeners = 24;
    public const int Tracks = 16;

    public static TrackIndex Index => IndexOf(Tracks);

    public static ListeningMatrix Matrix
    {
        get
        {
            var builder = new ListeningMatrixBuilder();
            for (var listener = 0; listener < Listeners; listener++)
                for (var track = listener % 2; track < Tracks; track += 2)
                    if (track / 2 != listener / 2 % (Tracks / 2)) builder.Add(listener, track, 1 + (listener % 3));
            return builder.Build(Listeners, 0, Tracks);
        }
    }

    /// <summary>Ids are 10 times the row, so that a mix-up of id and row shows.</summary>
    public static TrackIndex IndexOf(int tracks) => new(Enumerable.Range(0, tracks).Select(row => new TrackId(10 * row)));

    public static Evidence[] History(params int[] rows) => Array.ConvertAll(rows, row => new Evidence(row, 1));
}
