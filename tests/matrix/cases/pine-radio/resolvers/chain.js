export const chain =
  (...links) =>
  () => {
    for (const link of links) {
      const answer = link()
      if (answer) return answer
    }
    return window.location.host
  }
