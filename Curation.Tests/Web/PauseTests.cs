using Curation.Web.Shared;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace Curation.Tests.Web;

public sealed class PauseTests
{
    [Fact]
    public void Five_quick_keys_are_one_question()
    {
        var clock = new FakeTimeProvider();
        var asked = 0;
        using var pause = new Pause(clock, TimeSpan.FromMilliseconds(200), () => asked++);
        for (var key = 0; key < 5; key++)
        {
            pause.Begin();
            clock.Advance(TimeSpan.FromMilliseconds(150));
        }

        Assert.Equal(0, asked);
        clock.Advance(TimeSpan.FromMilliseconds(50));
        Assert.Equal(1, asked);
        clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(1, asked);
    }
}
