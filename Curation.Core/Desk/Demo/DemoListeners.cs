using System.Globalization;

namespace Curation.Core.Desk.Demo;

/// <summary>Pseudonymous listeners with coarse attributes, some of them missing.</summary>
internal static class DemoListeners
{
    private static readonly string?[] Ages = ["18-24", "18-24", "25-34", "25-34", "25-34", "35-44", "35-44", "45-54", "55-64", "65+", null];
    private static readonly string?[] Regions = ["GB", "GB", "US", "US", "US", "DE", "SE", "ES", "FR", "BR", "PL", "JP", "NG", "CA", null];

    public static List<DemoListener> Make(int count, DateOnly start, DateOnly end, long seed)
    {
        var dice = new Dice(seed, "listeners");
        var clean = new Dice(seed, "listeners who exclude explicit tracks");
        var listeners = new List<DemoListener>(count);
        for (var i = 0; i < count; i++)
        {
            var key = string.Create(CultureInfo.InvariantCulture, $"listener-{i + 1:0000}");
            var since = dice.Chance(.08) ? start.AddDays(dice.Below(end.DayNumber - start.DayNumber)) : start.AddDays(-(int)(1 + (dice.Share() * dice.Share() * 2_500)));
            listeners.Add(new(key, dice.Pick(Ages), dice.Pick(Regions), since, dice.Chance(.015), clean.Chance(.06)));
        }

        return listeners;
    }
}
