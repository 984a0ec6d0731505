import { startDeviceApp } from '../../parts/device-app.tsx'
import '../../styles/display.css'
import { DisplayScreen } from './display-screen.tsx'

startDeviceApp({
  kind: 'display',
  roles: ['display', 'supervisor', 'administrator'],
  screen: ({ user, onSignedOut }) => <DisplayScreen user={user} onSignedOut={onSignedOut} />
})
