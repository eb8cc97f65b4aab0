using Microsoft.AspNetCore.Components.Server.Circuits;

namespace Curation.Web.Playlists.Together;

/// <summary>The seats of one circuit: empty while its browser does not answer, given up when it ends.</summary>
public sealed class CircuitSeats : CircuitHandler
{
    private readonly List<Seat> seats = [];

    public void Add(Seat seat) => seats.Add(seat);

    public void Leave(Seat seat)
    {
        seats.Remove(seat);
        seat.Dispose();
    }

    public override Task OnConnectionDownAsync(Circuit circuit, CancellationToken cancellationToken) => Are(away: true);

    public override Task OnConnectionUpAsync(Circuit circuit, CancellationToken cancellationToken) => Are(away: false);

    public override Task OnCircuitClosedAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        foreach (var seat in seats.ToList()) Leave(seat);
        return Task.CompletedTask;
    }

    private Task Are(bool away)
    {
        foreach (var seat in seats.ToList()) seat.Is(away);
        return Task.CompletedTask;
    }
}
