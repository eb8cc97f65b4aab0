using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Curation.Tests.Fixtures;

/// <summary>Keeps what a running server reported as an error, so that a test can ask for it; nothing goes to the console.</summary>
[ProviderAlias("Faults")]
internal sealed class ServerFaults : ILoggerProvider
{
    private readonly ConcurrentQueue<string> said = [];

    public ILogger CreateLogger(string categoryName) => new Listener(categoryName, said);

    /// <summary>What was reported since it was last asked.</summary>
    public IReadOnlyList<string> Take()
    {
        var taken = new List<string>();
        while (said.TryDequeue(out var one)) taken.Add(one);
        return taken;
    }

    public void Dispose()
    {
    }

    private sealed class Listener(string category, ConcurrentQueue<string> said) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel)) said.Enqueue($"{category}: {formatter(state, exception)} {exception}".TrimEnd());
        }
    }
}
