using System.Collections.Frozen;

namespace Curation.Core.Recommending.Suggesting;

/// <summary>Words that hold an English sentence together and say nothing about music.</summary>
internal static class StopWords
{
    private static readonly FrozenSet<string> All = (
        "a about after again all also am an and any are as at be because been before being below between both but by can could did do does doing " +
        "down dont each few for from further get go had has have having he her here hers him his how i if im in into is it its just let like long lot make many me " +
        "might more most much must my need needs no nor not of off on once only onto or other our out over own part people play playlist put really same she should " +
        "so some something song songs start starts still such than that the their them then there these they thing things this those through to too track tracks " +
        "under until up us use very via want wants was way we were what when where which while who whom whose why will with without would you your " +
        "artist artists band bands best bit good great kind listen listener listeners listening lots mix mood music nice sound sounds vibe vibes")
        .Split(' ').ToFrozenSet(StringComparer.Ordinal);

    public static bool Contains(string word) => All.Contains(word);
}
