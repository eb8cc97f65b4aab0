using System.Globalization;
using Curation.Core.Playlists;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.JSInterop;

namespace Curation.Web.Playlists.Pool;

/// <summary>The energy of the pool in its order, and the target, which can be drawn over it.</summary>
public sealed partial class EnergyCurve
{
    private const int MostPoints = 400;

    private (int Place, double Energy)[] known = [];
    private IReadOnlyList<double?>? read;
    private ElementReference plot;
    private DotNetObjectReference<EnergyCurve>? self;
    private IJSObjectReference? module;
    private bool attached;

    /// <summary>Energies in the pool's order, 0 to 1; null where it is not known.</summary>
    [Parameter, EditorRequired] public required IReadOnlyList<double?> Energies { get; set; }

    /// <summary>The energy aimed at, by row; empty without a target.</summary>
    [Parameter] public IReadOnlyList<double> Target { get; set; } = [];

    /// <summary>The target as it was chosen or drawn.</summary>
    [Parameter] public TargetCurve? Curve { get; set; }

    /// <summary>How the order flows, in words; null where that is not known.</summary>
    [Parameter] public string? Flow { get; set; }

    /// <summary>Whether the target can be drawn now.</summary>
    [Parameter] public bool Editing { get; set; }

    [Parameter] public EventCallback<TargetCurve> OnDraw { get; set; }

    private IEnumerable<(int Place, double Energy)> Thinned => known.Chunk(Math.Max(1, known.Length / MostPoints)).Select(group => (group[0].Place, group.Average(point => point.Energy)));

    private string Line => "M" + string.Join(" L", Thinned.Select(point => At(X(point.Place), point.Energy)));

    private string Area => string.Create(CultureInfo.InvariantCulture, $"{Line} L{X(known[^1].Place):0.#},60 L{X(known[0].Place):0.#},60 Z");

    private string TargetLine => "M" + string.Join(" L", Target.Index().Where(point => point.Index % Math.Max(1, Target.Count / MostPoints) == 0 || point.Index == Target.Count - 1).Select(point => At(X(point.Index), point.Item)));

    private string Facts
    {
        get
        {
            var (place, step) = known.Zip(known.Skip(1), (one, next) => (next.Place, Step: Math.Abs(next.Energy - one.Energy))).MaxBy(pair => pair.Step);
            var all = known.Length == Energies.Count ? "" : string.Create(CultureInfo.InvariantCulture, $"known for {known.Length} of {Energies.Count} · ");
            return string.Create(CultureInfo.InvariantCulture, $"{all}largest step {step:0.00} at {place + 1}");
        }
    }

    private string Said => string.Create(CultureInfo.InvariantCulture, $"Energy from {known[0].Energy:0.00} to {known[^1].Energy:0.00}; {Facts}{(Flow is null ? "" : "; " + Flow)}");

    /// <summary>Called by the script when a line was drawn by hand: energies at even distances.</summary>
    [JSInvokable]
    public Task Drawn(double[] energies) => OnDraw.InvokeAsync((Curve ?? new TargetCurve()) with
    {
        Shape = CurveShape.Drawn,
        Points = [.. energies.Index().Select(point => new CurvePoint(point.Index / (energies.Length - 1.0), Math.Clamp(Math.Round(point.Item, 2), 0, 1)))],
    });

    /// <summary>Called by the script when a point was dragged.</summary>
    [JSInvokable]
    public Task Dragged(int point, double energy) => Curve is { } curve && point < curve.Points.Length ? Move(curve, point, Math.Round(energy, 2)) : Task.CompletedTask;

    protected override void OnParametersSet()
    {
        if (ReferenceEquals(read, Energies)) return;
        read = Energies;
        known = [.. Energies.Index().Where(point => point.Item is not null).Select(point => (point.Index, point.Item!.Value))];
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (!Editing || known.Length < 2)
        {
            attached = false;
            return;
        }

        if (attached) return;
        attached = true;
        self ??= DotNetObjectReference.Create(this);
        module ??= await Js.InvokeAsync<IJSObjectReference>("import", "./Playlists/Pool/EnergyCurve.razor.js");
        await module.InvokeVoidAsync("attach", plot, self);
    }

    public async ValueTask DisposeAsync()
    {
        try
        {
            if (module is not null) await module.DisposeAsync();
        }
        catch (Exception gone) when (gone is JSDisconnectedException or OperationCanceledException)
        {
            // The browser is gone, and its listeners with it.
        }

        self?.Dispose();
    }

    private Task Key(KeyboardEventArgs e, int point)
    {
        var now = Curve!.Points[point].Energy;
        double? next = e.Key switch
        {
            "ArrowUp" or "ArrowRight" => now + 0.05,
            "ArrowDown" or "ArrowLeft" => now - 0.05,
            "PageUp" => now + 0.2,
            "PageDown" => now - 0.2,
            "Home" => 0,
            "End" => 1,
            _ => null,
        };
        return next is { } energy ? Move(Curve, point, Math.Round(energy, 2)) : Task.CompletedTask;
    }

    private Task Move(TargetCurve curve, int point, double energy) =>
        OnDraw.InvokeAsync(curve with { Points = curve.Points.SetItem(point, curve.Points[point] with { Energy = Math.Clamp(energy, 0, 1) }) });

    private static string At(double x, double energy) => string.Create(CultureInfo.InvariantCulture, $"{x:0.#},{Y(energy):0.#}");

    private double X(int place) => 1000.0 * place / Math.Max(1, Energies.Count - 1);

    private static double Y(double energy) => 56 - (Math.Clamp(energy, 0, 1) * 52);

    private static string Place(CurvePoint point) => string.Create(CultureInfo.InvariantCulture, $"left: {point.At * 100:0.##}%; top: {Y(point.Energy) / 60 * 100:0.##}%");

    private static string Name(CurveShape shape) => shape == CurveShape.Drawn ? "drawn by hand" : shape.ToString().ToLowerInvariant();
}
