namespace Curation.Tests.Fixtures;

/// <summary>Directories of tests.</summary>
internal static class Scratch
{
    /// <summary>Deletes a directory; what was still being read as a page was left may open the store once more, so it is tried for some seconds.</summary>
    public static async Task Delete(string directory)
    {
        for (var tries = 1; ; tries++)
        {
            try
            {
                Directory.Delete(directory, recursive: true);
                return;
            }
            catch (IOException) when (tries < 50)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(100));
            }
        }
    }
}
